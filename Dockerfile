# What is built and what runs use the same JDK in the same place, so that the start-up cache fits.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends curl unzip # for the Maven wrapper
WORKDIR /racecard
COPY . .
RUN ./racecard --version && mv .racecard-build/* /opt/racecard

FROM eclipse-temurin:25-jdk
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /data racecard && install -d -o racecard -m 700 /data
COPY --from=build /opt/racecard /opt/racecard
USER racecard
VOLUME /data
EXPOSE 7070
ENV RACECARD_DATA=/data RACECARD_LISTEN=0.0.0.0 RACECARD_PASSWORD_FILE=/data/racecard.password
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD curl -fsS http://127.0.0.1:7070/healthz
# In exec form Java is the process that is told to stop.
ENTRYPOINT ["java", "@/opt/racecard/jvm.options", "-XX:AOTCache=/opt/racecard/racecard.aot", "-jar", "/opt/racecard/racecard.jar"]
CMD ["serve"]
