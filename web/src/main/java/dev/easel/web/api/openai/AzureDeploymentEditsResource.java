package dev.easel.web.api.openai;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** The same where clients of Azure deployments ask; the deployment is the model. */
@RequestScoped
@Path("deployments/{deployment}/images/edits")
public class AzureDeploymentEditsResource extends EditsResource {}
