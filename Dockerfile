# The server with the built page. One UDP and one TCP port; the folder /data holds the circles.
FROM node:24-slim AS page
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci
COPY frontend/ ./
RUN npm run build

FROM python:3.11-slim
ARG COMMIT=unknown
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 BALINT_COMMIT=$COMMIT \
    BALINT_HOST=0.0.0.0 BALINT_DATA_DIR=/data
WORKDIR /srv/circle
COPY requirements.lock ./
RUN pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.lock \
    && useradd --system --uid 10001 circle \
    && install --directory --owner circle /data
COPY app/ app/
COPY --from=page /build/app/web/page app/web/page
USER 10001
VOLUME /data
EXPOSE 8000/tcp 8000/udp
# Past any proxy of the environment: to that one 127.0.0.1 is itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as u; u.build_opener(u.ProxyHandler({})).open('http://127.0.0.1:8000/health', timeout=4)"]
CMD ["python", "-m", "app", "serve"]
