package io.rihla.api.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbRow;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;
import io.rihla.api.ApiConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks ClickHouse. It may be away at any time, also at the start: then each question says so. */
public final class ClickHouse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClickHouse.class);
  private static final int CONNECT_MILLIS = 3_000;
  private static final int QUERY_MILLIS = 15_000;

  private final HikariDataSource pool;
  private final DbClient client;

  public ClickHouse(ApiConfig.ClickHouse settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("clickhouse");
    config.setDriverClassName("com.clickhouse.jdbc.ClickHouseDriver");
    config.setJdbcUrl("jdbc:clickhouse:" + settings.url() + "/rihla");
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("connection_timeout", Integer.toString(CONNECT_MILLIS));
    properties.setProperty("socket_timeout", Integer.toString(QUERY_MILLIS));
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setInitializationFailTimeout(-1);
    this.pool = new HikariDataSource(config);
    this.client = JdbcClientBuilder.create().connectionPool(new Pool(pool)).build();
  }

  /** The rows of a query whose {@code ?} are the parameters in order. */
  public <T> List<T> query(String sql, Function<Row, T> row, Object... parameters)
      throws StoreUnavailable {
    try (Stream<DbRow> rows = client.execute().createQuery(sql).params(parameters).execute()) {
      return rows.map(Row::new).map(row).toList();
    } catch (DbClientException e) {
      LOG.warn("query failed: {}", rootMessage(e));
      throw new StoreUnavailable(e);
    }
  }

  public <T> Optional<T> first(String sql, Function<Row, T> row, Object... parameters)
      throws StoreUnavailable {
    return query(sql, row, parameters).stream().findFirst();
  }

  /** Changes what is stored; the statement has no parameters. */
  public void execute(String statement) throws StoreUnavailable {
    try (Connection connection = pool.getConnection();
        Statement prepared = connection.createStatement()) {
      prepared.execute(statement);
    } catch (SQLException e) {
      LOG.warn("statement failed: {}", rootMessage(e));
      throw new StoreUnavailable(e);
    }
  }

  /** Whether a simple question is answered. */
  public boolean answers() {
    try {
      return !query("SELECT 1 AS one", row -> row.text("one")).isEmpty();
    } catch (StoreUnavailable e) {
      return false;
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    client.close();
    pool.close();
  }

  private record Pool(HikariDataSource source) implements JdbcConnectionPool {
    @Override
    public Connection connection() {
      try {
        return source.getConnection();
      } catch (SQLException e) {
        throw new DbClientException("ClickHouse cannot be reached", e);
      }
    }
  }
}
