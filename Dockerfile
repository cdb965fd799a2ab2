FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY .swcrc ormconfig.ts ./
COPY scripts scripts
COPY src src
COPY web web
COPY migrations migrations
# Packages that only the build needs stay behind; test/console/image.test.ts knows which.
RUN npm run build && npm uninstall --omit=dev --ignore-scripts --no-audit \
  @swc/core @tanstack/react-query echarts idb vite wouter

FROM node:20-bookworm-slim
# Little room for short-lived objects: see "Memory" in docs/operations.md.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 NODE_OPTIONS=--max-semi-space-size=4
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Everything belongs to root and is only read: the server writes nothing but its log, to its standard output.
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals reach the server directly.
CMD ["node", "dist/src/main.js"]
