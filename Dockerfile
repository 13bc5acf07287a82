# docker build -t toward . && docker run --rm --name toward -p 127.0.0.1:7070:7070 toward
# What callers must show is made at the first start: docker exec toward cat /data/token
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pom.xml toward ./
COPY models models
COPY corpus corpus
COPY docs/tactics docs/tactics
COPY src src
RUN mvn -q -B -DskipTests -Dspotless.check.skip=true package
# Only the model files in use, which are those that the manifest names, with what the build has prepared of them; and ONNX Runtime's libraries
# as they are, which would else be unpacked into a temporary folder that programs may be run from.
RUN mkdir -p /app/models && cp -r target/lib /app/lib && cp target/toward.jar /app/ \
    && case $(uname -m) in aarch64) natives=linux-aarch64 ;; *) natives=linux-x64 ;; esac \
    && cp -r "target/native/ai/onnxruntime/native/$natives" /app/native \
    && cp models/MANIFEST /app/models/ && cp -r models/phrases models/prepared /app/models/ && cd models \
    && grep -v -e '^#' -e '^version' MANIFEST | cut -f1 | while read -r file; do \
         [ -z "$file" ] || cp --parents "$file" /app/models/ || exit 1; \
       done

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data toward && install -d -o toward /data
COPY --from=build /app /app
USER toward
WORKDIR /data
# Kept for the user's own phrases, and the token.
VOLUME /data
EXPOSE 7070
ENV LANG=C.UTF-8 MALLOC_ARENA_MAX=2
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/7070 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# As the launcher starts it.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms64m", "-Xmx192m", "-Xmn24m", "-XX:+ExitOnOutOfMemoryError", "-Xss16m", "--enable-native-access=ALL-UNNAMED", "-Dtoward.home=/app", "-Donnxruntime.native.path=/app/native", "-jar", "/app/toward.jar"]
CMD ["serve", "--host", "0.0.0.0", "--port", "7070", "--token-file", "/data/token"]
