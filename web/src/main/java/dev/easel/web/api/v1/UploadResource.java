package dev.easel.web.api.v1;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.AssetDesk;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.FormPart;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Takes files that later requests refer to. Source: product decision B7. */
@RequestScoped
@Path("file/upload")
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {

  @Inject AssetDesk desk;
  @Inject UploadJson views;
  @Inject CurrentCaller caller;
  @Inject Links links;

  /** The file is the part {@code payload}; some clients call it {@code file}. */
  @POST
  @Needs({Scope.IMAGES_GENERATE, Scope.IMAGES_PROCESS})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public JsonObject upload(
      @QueryParam("type") String type, FormInput form, @Context HttpServletRequest request) {
    try (form) {
      if (type != null && !type.isBlank() && !type.equals("image")) {
        throw FailureException.invalid("query.type", "must be image");
      }
      FormPart file = form.file("payload", "file", "image");
      AssetDesk.Uploaded uploaded =
          desk.upload(caller.get(), "payload", file.content(), file.fileName());
      return views.of(uploaded.asset(), links.base(request));
    }
  }
}
