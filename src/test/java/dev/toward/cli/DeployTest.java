package dev.toward.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.toward.FixedAnswers;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The files that run the program elsewhere ask for nothing that it does not have: options, ports, paths, users. */
class DeployTest {
    private static final Path ROOT = Path.of("");
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode yaml(String file) throws IOException {
        return YAML.readTree(DEPLOY.resolve(file).toFile());
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static List<String> strings(JsonNode array) {
        assertTrue(array.isArray(), array::toString);
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText().replaceAll("\\$\\{[^}]*}", "x")));
        return strings;
    }

    /** The arguments of a line of the Dockerfile that is a list in JSON. */
    private static List<String> dockerfile(String instruction) throws IOException {
        Matcher line = Pattern.compile("(?m)^" + instruction + " (\\[.*])$").matcher(text("Dockerfile"));
        assertTrue(line.find(), instruction);
        return strings(JSON.readTree(line.group(1)));
    }

    private static CommandLine.ParseResult parsed(List<String> args) {
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                Map.of(),
                false);
        CommandLine.ParseResult result =
                Toward.commandLine(shell, models -> new FixedAnswers()).parseArgs(args.toArray(String[]::new));
        assertEquals("serve", result.subcommand().commandSpec().name());
        return result.subcommand();
    }

    private static <T> T option(List<String> args, String name) {
        return parsed(args).matchedOptionValue(name, null);
    }

    private static List<String> compose() throws IOException {
        return strings(yaml("compose/compose.yaml").at("/services/toward/command"));
    }

    private static JsonNode container() throws IOException {
        JsonNode containers = yaml("kubernetes/deployment.yaml").at("/spec/template/spec/containers");
        assertEquals(1, containers.size());
        return containers.get(0);
    }

    private static List<String> unit() throws IOException {
        Matcher line = Pattern.compile("(?m)^ExecStart=/opt/toward/toward (.*)$")
                .matcher(text("deploy/systemd/toward.service"));
        assertTrue(line.find());
        return Arrays.asList(line.group(1).replaceAll("\\$\\{[^}]*}", "/x").split(" "));
    }

    // options

    @Test
    void options_areThoseOfServe() throws IOException {
        assertThrows(
                CommandLine.UnmatchedArgumentException.class,
                () -> parsed(List.of("serve", "--allow-name=x")),
                "a wrong one must be seen");
        assertEquals("0.0.0.0", option(dockerfile("CMD"), "--host"));
        assertEquals("0.0.0.0", option(compose(), "--host"));
        assertEquals("0.0.0.0", option(strings(container().path("args")), "--host"));
        assertEquals("127.0.0.1", option(unit(), "--host"));
        assertEquals("/x/token", option(unit(), "--token-file"));
        assertEquals(URI.create("http://languagetool:8010"), option(compose(), "--languagetool"));
    }

    @Test
    void port_isOneAndTheSame() throws IOException {
        Integer port = option(dockerfile("CMD"), "--port");
        assertEquals(port, option(compose(), "--port"));
        assertEquals(port, option(unit(), "--port"));
        assertEquals(port, option(strings(container().path("args")), "--port"));
        assertTrue(text("Dockerfile").contains("\nEXPOSE " + port + "\n"));
        assertTrue(text("Dockerfile").contains("/dev/tcp/127.0.0.1/" + port + " "));
        assertTrue(text("deploy/compose/compose.yaml").contains("/dev/tcp/127.0.0.1/" + port + " "));
        assertTrue(text("deploy/compose/Caddyfile").contains("reverse_proxy toward:" + port + "\n"));
        JsonNode ports = container().path("ports");
        assertEquals(port, ports.at("/0/containerPort").intValue());
        String name = ports.at("/0/name").asText();
        assertEquals(
                name,
                yaml("kubernetes/service.yaml").at("/spec/ports/0/targetPort").asText());
        assertEquals(
                name,
                yaml("kubernetes/network.yaml")
                        .at("/spec/ingress/0/ports/0/port")
                        .asText());
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertEquals(name, container().path(probe).at("/httpGet/port").asText(), probe);
        }
    }

    // health

    @Test
    void health_isAskedWhereItIsAnswered() throws Exception {
        Set<String> asked = new TreeSet<>();
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            asked.add(container().path(probe).at("/httpGet/path").asText());
        }
        assertTrue(asked.contains("/health/live") && asked.contains("/health/ready"), asked::toString);
        for (String file : List.of("Dockerfile", "deploy/compose/compose.yaml")) {
            Matcher get = Pattern.compile("GET (/\\S*) HTTP").matcher(text(file));
            assertTrue(get.find(), file);
            assertEquals("/health/ready", get.group(1), file);
        }
        Server.Provider provider =
                ServiceLoader.load(Server.Provider.class).findFirst().orElseThrow();
        try (Server server = provider.start(ServerOptions.at("127.0.0.1", 0), FixedAnswers::new, line -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            server.awaitReady();
            for (String path : asked) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(server.address().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), path);
            }
        }
    }

    // the image

    @Test
    void image_isStartedAsTheLauncherDoes() throws IOException {
        Matcher serve = Pattern.compile("(?m)^ {4}serve\\) speed=(\\S*) ;;").matcher(text("toward"));
        assertTrue(serve.find());
        Matcher heap = Pattern.compile("(?m)^ {4}heap='([^']+)'").matcher(text("toward"));
        assertTrue(heap.find());
        String options = serve.group(1) + " " + heap.group(1);
        List<String> entrypoint = dockerfile("ENTRYPOINT");
        assertTrue(
                entrypoint.containsAll(Arrays.asList(options.split("\\s+"))),
                () -> "expected " + options + ", got " + entrypoint);
        assertTrue(entrypoint.contains("-Xss16m"));
        assertEquals(List.of("-jar", "/app/toward.jar"), entrypoint.subList(entrypoint.size() - 2, entrypoint.size()));
    }

    @Test
    void image_holdsWhatTheBuildNeeds() throws IOException {
        String dockerfile = text("Dockerfile");
        String pom = text("pom.xml");
        Set<String> copied = new TreeSet<>();
        Matcher copy = Pattern.compile("(?m)^COPY (?!--from)(.*) \\S+$").matcher(dockerfile);
        while (copy.find()) {
            copied.addAll(Arrays.asList(copy.group(1).split(" ")));
        }
        Set<String> needed = new TreeSet<>(Set.of("pom.xml"));
        Matcher basedir =
                Pattern.compile("\\$\\{project\\.basedir}/([a-z]+)[</]").matcher(pom);
        while (basedir.find()) {
            needed.add(basedir.group(1));
        }
        Matcher resource =
                Pattern.compile("<directory>(?!src/)([^<]*)</directory>").matcher(pom);
        while (resource.find()) {
            needed.add(resource.group(1));
        }
        assertTrue(needed.containsAll(Set.of("toward", "models", "corpus", "docs/tactics")), needed::toString);
        assertTrue(copied.containsAll(needed), () -> "the build needs " + needed + ", the image has " + copied);
        for (String each : copied) {
            assertTrue(Files.exists(ROOT.resolve(each)), each);
        }
        List<String> ignored = Files.readAllLines(ROOT.resolve(".dockerignore"));
        for (String each : needed) {
            assertFalse(ignored.contains(each) || ignored.contains(each.split("/")[0]), each);
        }
        assertTrue(ignored.contains("!docs/tactics"));
    }

    // who runs it, on what

    @Test
    void compose_givesNothingAway() throws IOException {
        JsonNode compose = yaml("compose/compose.yaml");
        compose.path("services").properties().forEach(service -> {
            JsonNode is = service.getValue();
            assertTrue(is.path("read_only").booleanValue(), service.getKey());
            assertEquals("ALL", is.at("/cap_drop/0").asText(), service.getKey());
            assertEquals("no-new-privileges:true", is.at("/security_opt/0").asText(), service.getKey());
            for (String limit : List.of("cpus", "memory", "pids")) {
                assertTrue(is.path("deploy").path("resources").path("limits").has(limit), service.getKey());
            }
            assertEquals(service.getKey().equals("proxy"), is.has("ports"), service.getKey());
            strings(is.path("networks"))
                    .forEach(name -> assertTrue(compose.path("networks").has(name), name));
            is.path("volumes").forEach(volume -> {
                String from = volume.asText().split(":")[0];
                assertTrue(from.startsWith(".") || compose.path("volumes").has(from), from);
            });
        });
        assertTrue(compose.at("/networks/inside/internal").booleanValue());
        assertEquals(List.of("inside"), strings(compose.at("/services/toward/networks")));
        assertEquals(List.of("inside"), strings(compose.at("/services/languagetool/networks")));
        String secret = compose.at("/services/toward/secrets/0").asText();
        assertEquals("/run/secrets/" + secret, option(compose(), "--token-file"));
        assertEquals(
                "./secrets/" + secret,
                compose.path("secrets").path(secret).path("file").asText());
        assertTrue(text(".gitignore").contains("/deploy/compose/secrets/"));
        assertTrue(Files.exists(DEPLOY.resolve("compose/Caddyfile")));
        assertTrue(Files.exists(DEPLOY.resolve("compose")
                .resolve(compose.at("/services/toward/build").asText())
                .resolve("Dockerfile")));
    }

    @Test
    void kubernetes_fitsTogether() throws IOException {
        JsonNode deployment = yaml("kubernetes/deployment.yaml");
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        assertEquals(labels, deployment.at("/spec/selector/matchLabels"));
        assertEquals(labels, yaml("kubernetes/service.yaml").at("/spec/selector"));
        assertEquals(labels, yaml("kubernetes/disruption.yaml").at("/spec/selector/matchLabels"));
        assertEquals(labels, yaml("kubernetes/network.yaml").at("/spec/podSelector/matchLabels"));
        assertTrue(deployment.at("/spec/replicas").intValue() > 1);
        for (String resource : strings(yaml("kubernetes/kustomization.yaml").path("resources"))) {
            assertTrue(Files.exists(DEPLOY.resolve("kubernetes").resolve(resource)), resource);
        }
        assertEquals(
                container().path("image").asText(),
                yaml("kubernetes/kustomization.yaml").at("/images/0/name").asText());
        String service = yaml("kubernetes/service.yaml").at("/metadata/name").asText();
        List<String> names = option(strings(container().path("args")), "--allow-host");
        assertTrue(names.contains(service) && names.contains(service + ".default.svc"), names::toString);
    }

    @Test
    void kubernetes_givesNothingAway() throws IOException {
        JsonNode pod = yaml("kubernetes/deployment.yaml").at("/spec/template/spec");
        Matcher user = Pattern.compile("useradd .*--uid (\\d+)").matcher(text("Dockerfile"));
        assertTrue(user.find());
        assertEquals(
                Integer.parseInt(user.group(1)),
                pod.at("/securityContext/runAsUser").intValue());
        assertTrue(pod.at("/securityContext/runAsNonRoot").booleanValue());
        assertFalse(pod.path("automountServiceAccountToken").booleanValue());
        JsonNode rights = container().path("securityContext");
        assertTrue(rights.path("readOnlyRootFilesystem").booleanValue());
        assertFalse(rights.path("allowPrivilegeEscalation").booleanValue());
        assertEquals("ALL", rights.at("/capabilities/drop/0").asText());
        for (String limit : List.of("cpu", "memory")) {
            assertTrue(container().at("/resources/limits").has(limit)
                    && container().at("/resources/requests").has(limit));
        }
        Map<String, String> mounts = new java.util.TreeMap<>();
        container()
                .path("volumeMounts")
                .forEach(m ->
                        mounts.put(m.path("name").asText(), m.path("mountPath").asText()));
        Set<String> volumes = new TreeSet<>();
        pod.path("volumes").forEach(v -> volumes.add(v.path("name").asText()));
        assertEquals(volumes, mounts.keySet());
        assertEquals(mounts.get("token") + "/token", option(strings(container().path("args")), "--token-file"));
        assertTrue(text("Dockerfile").contains("\nVOLUME " + mounts.get("data") + "\n"));
        JsonNode network = yaml("kubernetes/network.yaml").path("spec");
        assertEquals(List.of("Ingress", "Egress"), strings(network.path("policyTypes")));
        assertTrue(network.path("egress").isArray() && network.path("egress").isEmpty());
    }

    @Test
    void unit_givesNothingAway() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("systemd/toward.service"));
        for (String line : List.of(
                "DynamicUser=yes",
                "NoNewPrivileges=yes",
                "CapabilityBoundingSet=",
                "ProtectSystem=strict",
                "ProtectHome=yes",
                "PrivateTmp=yes",
                "IPAddressDeny=any",
                "IPAddressAllow=localhost",
                "UMask=0077")) {
            assertTrue(lines.contains(line), line);
        }
        assertTrue(lines.stream().noneMatch(l -> l.startsWith("MemoryDenyWriteExecute")), "Java could not run");
        Matcher credential =
                Pattern.compile("(?m)^LoadCredential=(\\w+):").matcher(text("deploy/systemd/toward.service"));
        assertTrue(credential.find());
        assertEquals("/x/" + credential.group(1), option(unit(), "--token-file"));
        assertTrue(lines.contains("Environment=TOWARD_DATA=/var/lib/toward"));
    }
}
