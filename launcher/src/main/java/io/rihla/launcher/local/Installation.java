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

  public Path jar(String module) {
    Path jar = home.resolve(module).resolve("target").resolve(module + ".jar");
    if (!Files.exists(jar)) {
      throw new Refusal("%s is not built: run mvn -DskipTests package.".formatted(module));
    }
    return jar;
  }
}
