import express, { type Router } from "express";
import helmet from "helmet";
import swaggerUi from "swagger-ui-express";
import { stringify } from "yaml";
import { onlyRead } from "../http/other-methods.ts";
import { withoutQuery } from "../http/read-input.ts";
import { openApi30, openApi31 } from "./open-api.ts";

const written: { path: string; type: string; write: (server: string) => string }[] = [
  { path: "/openapi.json", type: "application/json", write: (server) => JSON.stringify(openApi30(server), null, 2) },
  { path: "/openapi.yaml", type: "application/yaml", write: (server) => stringify(openApi30(server)) },
  { path: "/openapi31.json", type: "application/json", write: (server) => JSON.stringify(openApi31(server), null, 2) },
];

const userInterface = { swaggerUrl: "openapi.json", swaggerOptions: { validatorUrl: null } };

/**
 * The OpenAPI documents, and Swagger UI from files of the program: it works without an internet connection. Writing a document
 * takes longer than all else that a service does before it listens, so that each is written when it is first asked for.
 */
export function documentsRouter(server: string): Router {
  const router = express.Router();
  router.use(onlyRead);
  for (const { path, type, write } of written) {
    let text: string | undefined;
    router.get(path, withoutQuery, (_request, response) => {
      text ??= write(server);
      response.type(type).send(text);
    });
  }
  router.use(
    "/",
    helmet.contentSecurityPolicy({
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "frame-ancestors": ["'none'"],
      },
    }),
    swaggerUi.serveFiles(undefined, userInterface),
  );
  // Only the page itself: an unknown address below it is not there.
  router.get("/", swaggerUi.setup(undefined, { ...userInterface, customSiteTitle: "Heed API" }));
  return router;
}
