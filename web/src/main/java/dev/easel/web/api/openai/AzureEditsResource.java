package dev.easel.web.api.openai;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** The same where clients of Azure's v1 address ask. */
@RequestScoped
@Path("v1/images/edits")
public class AzureEditsResource extends EditsResource {}
