package io.rihla.launcher.compose;

import io.rihla.schemas.config.Settings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Which variables a process of ours reads: its own configuration record is asked. */
record ReadVariables(Path root) {
  Set<String> of(String module, String type, String method) throws Exception {
    Path classes = root.resolve(module).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(module + " is not compiled: mvn compile first");
    }
    Settings settings = new Settings(Map.of());
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Settings.class.getClassLoader())) {
      Method read = loader.loadClass(type).getDeclaredMethod(method, Settings.class);
      read.setAccessible(true);
      read.invoke(null, settings);
    } catch (InvocationTargetException faults) {
      // an empty environment lacks what is required; what was asked for is noted all the same
      if (!(faults.getCause() instanceof RuntimeException)) {
        throw faults;
      }
    }
    return settings.names();
  }
}
