/** Where a service has its operations, below the address of its host; `apiPath` of the client without loading it. */
export const servicePath = "/recommendationFollowUp/v1";
