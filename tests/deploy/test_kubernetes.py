"""The manifests: valid against Kubernetes' own schemas, safe, and in step with the service's settings and routes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.settings import Settings

FOLDER = Path(__file__).parents[2] / "deploy" / "kubernetes"
KINDS = {"ServiceAccount", "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "NetworkPolicy"}
VERSIONS = ("1.30", "1.33", "1.36")


def manifests() -> dict[str, dict[str, Any]]:
    kustomization = yaml.safe_load((FOLDER / "kustomization.yaml").read_text())
    found = [yaml.safe_load((FOLDER / name).read_text()) for name in kustomization["resources"]]
    return {each["kind"]: each for each in found}


def settings() -> dict[str, str]:
    lines = (FOLDER / "settings.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def pod() -> dict[str, Any]:
    spec: dict[str, Any] = manifests()["Deployment"]["spec"]["template"]["spec"]
    return spec


def container() -> dict[str, Any]:
    (only,) = pod()["containers"]
    return dict(only)


def megabytes(quantity: str) -> int:
    assert quantity.endswith("Mi")
    return int(quantity[:-2])


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_manifest_satisfies_the_schema(kind: str, version: str) -> None:
    validator = pytest.importorskip("kubernetes_validate", reason="kubernetes-validate is not installed")
    validator.validate(manifests()[kind], version, strict=True)


def test_the_schema_would_find_a_mistake() -> None:
    validator = pytest.importorskip("kubernetes_validate", reason="kubernetes-validate is not installed")
    wrong = manifests()["Deployment"] | {"speck": {}}
    with pytest.raises(validator.ValidationError):
        validator.validate(wrong, VERSIONS[0], strict=True)


def test_every_kind_is_there_once_and_every_file_is_listed() -> None:
    assert set(manifests()) == KINDS
    listed = set(yaml.safe_load((FOLDER / "kustomization.yaml").read_text())["resources"])
    assert {path.name for path in FOLDER.glob("*.yaml")} == listed | {"kustomization.yaml"}


def test_kustomize_builds_it() -> None:
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        pytest.skip("kubectl is not installed")
    built = subprocess.run([kubectl, "kustomize", str(FOLDER)], capture_output=True, text=True, check=False, timeout=60)
    assert built.returncode == 0, built.stderr
    made = {each["kind"]: each for each in yaml.safe_load_all(built.stdout)}
    assert set(made) == KINDS | {"ConfigMap"}
    assert made["ConfigMap"]["data"] == settings()
    (running,) = made["Deployment"]["spec"]["template"]["spec"]["containers"]
    assert running["image"] == "event-timeline:1.0.0"
    assert running["envFrom"][0]["configMapRef"]["name"] == made["ConfigMap"]["metadata"]["name"]


def test_the_settings_are_ones_that_the_service_knows_and_takes() -> None:
    known = Settings.from_environment(settings())
    assert known.host == "0.0.0.0"
    assert known.port == container()["ports"][0]["containerPort"]
    assert known.workers == 0


def test_there_is_time_to_finish_what_is_under_way() -> None:
    pause = container()["lifecycle"]["preStop"]["sleep"]["seconds"]
    assert pod()["terminationGracePeriodSeconds"] > pause + int(settings()["TIMELINE_STOP_SECONDS"])


def test_labels_lead_from_one_manifest_to_the_next() -> None:
    found = manifests()
    labels = found["Deployment"]["spec"]["template"]["metadata"]["labels"].items()
    assert found["Deployment"]["spec"]["selector"]["matchLabels"].items() <= labels
    assert found["Service"]["spec"]["selector"].items() <= labels
    assert found["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"].items() <= labels
    assert found["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"].items() <= labels
    for spread in pod()["topologySpreadConstraints"]:
        assert spread["labelSelector"]["matchLabels"].items() <= labels
    target = found["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", found["Deployment"]["metadata"]["name"])
    assert pod()["serviceAccountName"] == found["ServiceAccount"]["metadata"]["name"]


def test_ports_are_called_the_same_everywhere() -> None:
    (port,) = container()["ports"]
    assert manifests()["Service"]["spec"]["ports"][0]["targetPort"] == port["name"]
    assert manifests()["NetworkPolicy"]["spec"]["ingress"][0]["ports"][0]["port"] == port["name"]
    assert {container()[probe]["httpGet"]["port"] for probe in ("startupProbe", "readinessProbe", "livenessProbe")} == {
        port["name"]
    }


def test_probes_ask_what_they_are_for() -> None:
    assert container()["startupProbe"]["httpGet"]["path"] == "/readyz"
    assert container()["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert container()["livenessProbe"]["httpGet"]["path"] == "/livez"


def test_the_container_has_no_privileges() -> None:
    own, whole = container()["securityContext"], pod()["securityContext"]
    assert own["readOnlyRootFilesystem"] is True
    assert own["allowPrivilegeEscalation"] is False
    assert own["privileged"] is False
    assert own["capabilities"] == {"drop": ["ALL"]}
    assert whole["runAsNonRoot"] is True
    assert whole["runAsUser"] > 10_000
    assert whole["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod()["automountServiceAccountToken"] is False
    assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod())


def test_what_is_written_to_is_mounted_and_bounded() -> None:
    volumes = {each["name"]: each["emptyDir"] for each in pod()["volumes"]}
    mounts = {each["mountPath"]: volumes[each["name"]] for each in container()["volumeMounts"]}
    assert set(mounts) == {"/tmp", "/dev/shm"}
    assert mounts["/dev/shm"]["medium"] == "Memory"
    room = megabytes(container()["resources"]["limits"]["memory"])
    assert all(megabytes(each["sizeLimit"]) < room // 2 for each in mounts.values())


def test_resources_have_requests_and_limits() -> None:
    resources = container()["resources"]
    assert set(resources["requests"]) == set(resources["limits"]) == {"cpu", "memory"}
    assert megabytes(resources["requests"]["memory"]) <= megabytes(resources["limits"]["memory"])


def test_nothing_goes_out_and_not_everybody_comes_in() -> None:
    policy = manifests()["NetworkPolicy"]["spec"]
    assert set(policy["policyTypes"]) == {"Ingress", "Egress"}
    assert policy["egress"] == []
    assert {} not in policy["ingress"]
    assert all("from" in each for each in policy["ingress"])


def test_a_rollout_or_an_eviction_leaves_somebody_to_answer() -> None:
    assert manifests()["Deployment"]["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert "replicas" not in manifests()["Deployment"]["spec"]
    least = manifests()["HorizontalPodAutoscaler"]["spec"]["minReplicas"]
    assert least > manifests()["PodDisruptionBudget"]["spec"]["maxUnavailable"]
