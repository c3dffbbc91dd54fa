/** A small document that follows every rule; each test breaks one of them in a copy. */
export function goodDocument() {
  const problem = { $ref: "#/components/responses/Problem" };
  const book = { $ref: "#/components/schemas/Book" };
  return {
    openapi: "3.1.0",
    info: { title: "Books", version: "1.0.0" },
    servers: [{ url: "https://api.example.org/library/v1" }],
    tags: [{ name: "Books" }, { name: "Service" }],
    paths: {
      "/books": {
        get: {
          operationId: "listBooks",
          summary: "The books",
          tags: ["Books"],
          parameters: [
            { name: "genre", in: "query", schema: { type: "array", items: { type: "string" } } },
            { name: "pageSize", in: "query", schema: { type: "integer", default: 20 } },
          ],
          responses: {
            200: {
              description: "Them.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Books" } } },
            },
            default: problem,
          },
        },
        post: {
          operationId: "addBook",
          summary: "Adds a book",
          tags: ["Books"],
          security: [{ Bearer: [] }],
          requestBody: { required: true, content: { "application/json": { schema: book } } },
          responses: {
            201: {
              description: "Added.",
              headers: { Location: { schema: { type: "string" } } },
              content: { "application/json": { schema: book } },
            },
            default: problem,
          },
        },
      },
      "/books/{bookId}": {
        parameters: [{ name: "bookId", in: "path", required: true, schema: { type: "string" } }],
        patch: {
          operationId: "changeBook",
          summary: "Changes a book",
          tags: ["Books"],
          parameters: [{ name: "If-Match", in: "header", required: true, schema: { type: "string" } }],
          requestBody: {
            required: true,
            content: {
              "application/merge-patch+json": { schema: { $ref: "#/components/schemas/BookPatch" } },
              "application/json": { schema: { $ref: "#/components/schemas/BookPatch" } },
            },
          },
          responses: {
            200: { description: "It.", content: { "application/json": { schema: book } } },
            404: problem,
            405: { description: "Not this method." },
            default: problem,
          },
        },
      },
      "/health": {
        get: {
          operationId: "checkHealth",
          summary: "Whether the service is up",
          tags: ["Service"],
          security: [] as Record<string, string[]>[],
          responses: {
            200: {
              description: "Up.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Health" } } },
            },
            503: {
              description: "Down.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Health" } } },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: { Bearer: { type: "http", scheme: "bearer" } },
      responses: {
        Problem: {
          description: "What went wrong.",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      schemas: {
        Books: {
          type: "object",
          properties: {
            self: { type: "string" },
            items: { type: "array", items: { $ref: "#/components/schemas/Book" } },
            next: { type: "string" },
          },
          required: ["items"],
        },
        Book: {
          type: "object",
          properties: {
            href: { type: "string", readOnly: true },
            id: { type: "string" },
            genre: { type: "string", enum: ["novel", "scienceFiction"] },
            title: { type: "object", additionalProperties: { type: "string" } },
            publisher: { type: "object", title: "Publisher", properties: { name: { type: "string" } } },
            about: {
              oneOf: [{ $ref: "#/components/schemas/Person" }, { $ref: "#/components/schemas/Town" }],
              discriminator: {
                propertyName: "type",
                mapping: { person: "#/components/schemas/Person", town: "#/components/schemas/Town" },
              },
            },
          },
          required: ["id"],
        },
        Person: {
          allOf: [
            { $ref: "#/components/schemas/Subject" },
            { type: "object", properties: { born: { type: "string" } } },
          ],
        },
        Town: {
          allOf: [
            { $ref: "#/components/schemas/Subject" },
            { type: "object", properties: { founded: { type: "string" } } },
          ],
        },
        Subject: { type: "object", properties: { type: { type: "string" } }, required: ["type"] },
        BookPatch: { type: "object", properties: { genre: { type: ["string", "null"] } } },
        Problem: {
          type: "object",
          properties: { type: { type: "string" }, title: { type: "string" }, status: { type: "integer" } },
        },
        Health: { type: "object", properties: { status: { type: "string" } } },
      },
    },
  };
}
