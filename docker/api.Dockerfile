# The doors: webhook, console, queries. Build the jars first: mvn package
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home rihla
WORKDIR /app
COPY --chown=root:root api-server/target/lib/ lib/
COPY --chown=root:root api-server/target/api-server.jar ./
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-cp", "/app/api-server.jar:/app/lib/*", "io.rihla.api.ApiServer"]
