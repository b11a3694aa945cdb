package io.rihla.launcher.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built modules and the JDK are. */
public record Installation(Path home, Path java) {
  /** The installation this process was started from. */
  public static Installation current() {
    return new Installation(
        Path.of(System.getProperty("rihla.home", "")).toAbsolutePath().normalize(),
        Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  /** The class path of a module: its jar and the libraries beside it. */
  public String classPath(String module) {
    return jar(module) + ":" + jar(module).resolveSibling("lib") + "/*";
  }

  /** The jar with nothing in it but what ends a child together with its supervisor. */
  public Path leash() {
    return built("launcher", "launcher-leash.jar");
  }

  private Path jar(String module) {
    return built(module, module + ".jar");
  }

  private Path built(String module, String file) {
    Path jar = home.resolve(module).resolve("target").resolve(file);
    if (!Files.exists(jar)) {
      throw new Refusal("%s is not built: run mvn -DskipTests package.".formatted(module));
    }
    return jar;
  }
}
