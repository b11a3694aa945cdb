# The arithmetic, on Flink's own image in application mode. Build the jars first: mvn package
FROM flink:2.2.1-java21
COPY --chown=flink:flink stream-jobs/target/cluster-lib/ /opt/flink/usrlib/
COPY --chown=flink:flink stream-jobs/target/stream-jobs.jar /opt/flink/usrlib/
# volumes take the owner of the folder they cover
RUN mkdir -p /state && chown flink:flink /state
USER flink
CMD ["standalone-job", "--job-classname", "io.rihla.jobs.StreamJobs"]
