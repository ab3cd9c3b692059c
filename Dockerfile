# syntax=docker/dockerfile:1
# Two stages: the first installs what the lock names, by hash; the second has no compiler, no cache and no root.
# The base is an exact release by its tag, which is built again when Debian mends something. Where a build has to be the
# same to the byte, give the digest that your registry holds: --build-arg BASE=python@sha256:…
ARG BASE=python:3.13.7-slim-bookworm
FROM ${BASE} AS build
WORKDIR /build
COPY requirements.txt .
RUN python -m venv /opt/venv \
 && /opt/venv/bin/python -m pip install --no-cache-dir --no-compile --disable-pip-version-check --only-binary :all: \
      --require-hashes -r requirements.txt \
 && rm -f /opt/venv/lib/python3.*/site-packages/swagger_ui/static/swagger-editor* \
 && /opt/venv/bin/python -m pip uninstall --yes --quiet pip

FROM ${BASE}
LABEL org.opencontainers.image.title="event-timeline" \
      org.opencontainers.image.description="Article text in, chronological event timeline out" \
      org.opencontainers.image.licenses="MIT"
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MALLOC_ARENA_MAX=2 \
    HOST=0.0.0.0 \
    PORT=8000
RUN groupadd --gid 10001 timeline \
 && useradd --uid 10001 --gid timeline --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin timeline
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY openapi.yaml LICENSE NOTICE ./
COPY service ./service
RUN python -m compileall -q /opt/venv /app/service
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/readyz', timeout=2)"]
ENTRYPOINT ["gunicorn", "-c", "python:service.gunicorn_conf", "service.wsgi:app"]
