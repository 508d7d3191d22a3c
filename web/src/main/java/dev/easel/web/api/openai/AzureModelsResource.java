package dev.easel.web.api.openai;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The same where clients of Azure's v1 address ask. */
@RequestScoped
@Path("v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class AzureModelsResource extends ModelsResource {}
