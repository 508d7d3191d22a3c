package dev.easel.web.api.openai;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** The same where clients of Azure's v1 address ask. */
@RequestScoped
@Path("v1/images/generations")
@Consumes(MediaType.APPLICATION_JSON)
public class AzureImagesResource extends ImagesResource {}
