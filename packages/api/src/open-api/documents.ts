import express, { type Router } from "express";
import helmet from "helmet";
import swaggerUi from "swagger-ui-express";
import { stringify } from "yaml";
import { onlyRead } from "../http/other-methods.ts";
import { withoutQuery } from "../http/read-input.ts";
import { openApi30, openApi31 } from "./open-api.ts";

/** The OpenAPI documents, and Swagger UI from files of the program: it works without an internet connection. */
export function documentsRouter(server: string): Router {
  const router = express.Router();
  router.use(onlyRead);
  const document = openApi30(server);
  const json = JSON.stringify(document, null, 2);
  const yaml = stringify(document);
  const json31 = JSON.stringify(openApi31(server), null, 2);
  router.get(["/openapi.json", "/openapi.yaml", "/openapi31.json"], withoutQuery);
  router.get("/openapi.json", (_request, response) => void response.type("application/json").send(json));
  router.get("/openapi.yaml", (_request, response) => void response.type("application/yaml").send(yaml));
  router.get("/openapi31.json", (_request, response) => void response.type("application/json").send(json31));
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
    swaggerUi.serveFiles(document as swaggerUi.JsonObject, {}),
  );
  // Only the page itself: an unknown address below it is not there.
  router.get(
    "/",
    swaggerUi.setup(document as swaggerUi.JsonObject, {
      customSiteTitle: "Heed API",
      swaggerOptions: { validatorUrl: null },
    }),
  );
  return router;
}
