# The bot as a container. The token comes from the environment when it runs; nothing secret is built in.
#
# The base is named by its tag, so a build takes its latest fixes. To build from exactly one image, look up its
# digest (`docker buildx imagetools inspect python:3.13-slim-trixie`) and pass it:
# `docker build --build-arg BASE=python:3.13-slim-trixie@sha256:... .`
#
# For several processes on PostgreSQL, and for metrics: `docker build --build-arg REQUIREMENTS=scale .`
ARG BASE=python:3.13-slim-trixie
FROM ${BASE} AS catalogues
WORKDIR /build
COPY requirements/build.txt requirements/build.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/build.txt
COPY contrib contrib
COPY bot/texts/locale bot/texts/locale
RUN python -m contrib.catalogues compile

FROM ${BASE}

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app

# Hash-pinned; changes rarely, so it has its own layer.
ARG REQUIREMENTS=base
COPY requirements/${REQUIREMENTS}.txt requirements/${REQUIREMENTS}.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/${REQUIREMENTS}.txt

COPY bot bot
COPY cogs cogs
COPY --from=catalogues /build/bot/texts/locale bot/texts/locale
RUN python -m compileall -q bot cogs \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin legday \
    && install -d -o legday -g legday -m 700 data

USER legday
# The database and its backups. Keep this volume on an encrypted disk: it holds what members told the bot.
VOLUME /app/data

# Healthy: delivery moves and what members log is kept. A process that hangs ends by itself after two minutes.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-m", "bot", "health"]

# SIGTERM stops the bot cleanly within 10 s, which is what `docker stop` waits.
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
