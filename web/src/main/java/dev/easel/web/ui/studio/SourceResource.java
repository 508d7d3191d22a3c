package dev.easel.web.ui.studio;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.identity.Scope;
import dev.easel.service.asset.AssetDesk;
import dev.easel.service.asset.AssetLinks;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.FormPart;
import dev.easel.web.api.WireJson;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Takes a picture to start from, for the script of the studio's page. */
@RequestScoped
@Path("studio/source")
@Produces(MediaType.APPLICATION_JSON)
public class SourceResource {

  @Inject AssetDesk desk;
  @Inject AssetLinks links;
  @Inject Visit visit;
  @Context HttpServletRequest request;

  /** Its id, and the address to show it by. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public JsonObject upload(FormInput form) {
    visit.require(Scope.IMAGES_GENERATE);
    try (form) {
      FormPart file = form.file("file");
      Asset asset = desk.upload(visit.caller(), "file", file.content(), file.fileName()).asset();
      return WireJson.object()
          .add("id", asset.id())
          .add("address", request.getContextPath() + links.source(asset))
          .build();
    }
  }
}
