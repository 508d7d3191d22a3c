package dev.easel.web.api.openai;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** The same where clients of Azure deployments ask; the deployment is the model. */
@RequestScoped
@Path("deployments/{deployment}/images/generations")
@Consumes(MediaType.APPLICATION_JSON)
public class AzureDeploymentImagesResource extends ImagesResource {}
