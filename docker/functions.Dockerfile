# The decisions: remote functions, called by the StateFun workers. Build the jars first: mvn package
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home rihla
WORKDIR /app
COPY --chown=root:root statefun-functions/target/lib/ lib/
COPY --chown=root:root statefun-functions/target/statefun-functions.jar ./
USER 10001
EXPOSE 8090
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-cp", "/app/statefun-functions.jar:/app/lib/*", "io.rihla.functions.FunctionServer"]
