# The command line, for the one-shot setup of topics and tables. Build the jars first: mvn package
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home rihla
WORKDIR /app
COPY --chown=root:root launcher/target/lib/ lib/
COPY --chown=root:root launcher/target/launcher.jar ./
USER 10001
ENTRYPOINT ["java", "-cp", "/app/launcher.jar:/app/lib/*", "io.rihla.launcher.Rihla"]
CMD ["setup"]
