# syntax=docker/dockerfile:1
ARG PYTHON=3.13.1
FROM python:${PYTHON}-slim AS build
WORKDIR /src
ENV PIP_NO_CACHE_DIR=1 \
    PYTHONDONTWRITEBYTECODE=1
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential libpq-dev \
    && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
# Wheels are built once and copied.
RUN --mount=type=cache,target=/root/.cache \
    pip wheel --wheel-dir /wheels -r requirements.txt
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /usr/local/bin

FROM python:${PYTHON}-slim
LABEL org.opencontainers.image.title="shop" org.opencontainers.image.version="1.4.2"
WORKDIR /srv
COPY --from=build /wheels /wheels
RUN pip install /wheels/*.whl; if [ -d $EXTRA ]; then for f in $EXTRA/*; do cp $f .; done; fi
COPY . .
RUN <<SCRIPT
set -eu
useradd --system --uid 10001 app
install -d -o app -g app /srv/media "/srv/static"
SCRIPT
USER app
EXPOSE 8000
HEALTHCHECK --interval=30s CMD python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health')"
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop.wsgi"]
