package io.rihla.launcher.clickhouse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.rihla.schemas.config.Settings;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClickHouse's own HTTP server out of its library, alone in this process. It lives as long as its
 * standard input is open, so it never outlives the one who started it.
 */
@SuppressWarnings("restricted")
public final class EmbeddedClickHouse {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedClickHouse.class);
  private static final Linker LINKER = Linker.nativeLinker();

  /** Reading the table means reading standard input: the statement ends when its pipe closes. */
  private static final String SERVE =
      "SYSTEM START LISTEN HTTP; SELECT count() FROM table FORMAT Null";

  private final SymbolLookup library;

  private EmbeddedClickHouse(Path library) {
    this.library = SymbolLookup.libraryLookup(library, Arena.global());
  }

  public static void main(String[] args) throws Throwable {
    Settings environment = new Settings(System.getenv());
    ServerSettings settings = ServerSettings.read(environment);
    environment.check();
    Path configuration = settings.writeConfiguration();
    LOG.info("clickhouse takes requests on http://127.0.0.1:{}", settings.port());
    Optional<String> fault =
        new EmbeddedClickHouse(settings.library()).serve(arguments(settings, configuration));
    fault.ifPresent(message -> LOG.error("clickhouse ended: {}", message));
    System.exit(fault.isPresent() ? 1 : 0);
  }

  private static List<String> arguments(ServerSettings settings, Path configuration) {
    return List.of(
        "clickhouse",
        "--config-file=" + configuration,
        "--path=" + settings.data(),
        "--http_port=" + settings.port(),
        "--listen_host=127.0.0.1",
        "--input-format=LineAsString",
        "--structure=s String",
        "--query=" + SERVE);
  }

  private Optional<String> serve(List<String> arguments) throws Throwable {
    // before anything else: the library's signal handlers would end the JVM
    function("chdb_set_signal_handlers_enabled", FunctionDescriptor.ofVoid(JAVA_INT))
        .invokeExact(0);
    leaveWithoutDestructors();
    MethodHandle run =
        function("chdb_query_cmdline", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
    MethodHandle error = function("chdb_result_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
    Arena arena = Arena.global();
    MemorySegment values =
        arena.allocate(MemoryLayout.sequenceLayout(arguments.size() + 1L, ADDRESS));
    for (int i = 0; i < arguments.size(); i++) {
      values.setAtIndex(ADDRESS, i, arena.allocateFrom(arguments.get(i)));
    }
    MemorySegment result = (MemorySegment) run.invokeExact(arguments.size(), values);
    MemorySegment message = (MemorySegment) error.invokeExact(result);
    return message.address() == 0
        ? Optional.empty()
        : Optional.of(message.reinterpret(Long.MAX_VALUE).getString(0));
  }

  /** The engine's threads are still running at the end; its destructors would race them. */
  private static void leaveWithoutDestructors() {
    MethodHandle exit =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("_exit"), FunctionDescriptor.ofVoid(JAVA_INT));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    exit.invokeExact(0);
                  } catch (Throwable e) {
                    Runtime.getRuntime().halt(1);
                  }
                },
                "leave"));
  }

  private MethodHandle function(String name, FunctionDescriptor shape) {
    return LINKER.downcallHandle(library.findOrThrow(name), shape);
  }
}
