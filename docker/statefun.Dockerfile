# The StateFun runtime as published, with a folder for its state.
FROM apache/flink-statefun:3.3.0-java11
USER root
RUN mkdir -p /state && chown statefun:flink /state
COPY --chown=statefun:flink docker/statefun/flink-conf.yaml /opt/flink/conf/flink-conf.yaml
COPY --chown=statefun:flink docker/statefun/module.yaml /opt/statefun/modules/rihla/module.yaml
RUN chown -R statefun:flink /opt/flink/conf /opt/statefun
USER statefun
