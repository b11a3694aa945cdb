package io.rihla.api.testing;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;

/** The main of a child process that is nothing but ClickHouse: library, data folder, port. */
@SuppressWarnings("restricted")
public final class ClickHouseChild {
  private ClickHouseChild() {}

  public static void main(String[] args) throws Throwable {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = SymbolLookup.libraryLookup(Path.of(args[0]), Arena.global());
    linker
        .downcallHandle(
            library.findOrThrow("chdb_set_signal_handlers_enabled"),
            FunctionDescriptor.ofVoid(JAVA_INT))
        .invokeExact(0);
    List<String> arguments =
        List.of(
            "clickhouse",
            "--path=" + args[1],
            "--http_port=" + args[2],
            "--listen_host=127.0.0.1",
            "--input-format=LineAsString",
            "--structure=s String",
            "--query=SYSTEM START LISTEN HTTP; SELECT count() FROM table FORMAT Null");
    MemorySegment values = Arena.global().allocate(ADDRESS, arguments.size() + 1L);
    for (int i = 0; i < arguments.size(); i++) {
      values.setAtIndex(ADDRESS, i, Arena.global().allocateFrom(arguments.get(i)));
    }
    MemorySegment unused =
        (MemorySegment)
            linker
                .downcallHandle(
                    library.findOrThrow("chdb_query_cmdline"),
                    FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS))
                .invokeExact(arguments.size(), values);
    Runtime.getRuntime().halt(0);
  }
}
