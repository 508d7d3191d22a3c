package dev.easel.web.api.openai;

import dev.easel.domain.identity.Scope;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * Makes images like a given one, without a prompt. Source: OpenAI's {@code POST
 * /v1/images/variations}, of which the SDKs still have the method. It took square PNGs of 4 MB;
 * here any picture is taken.
 */
@RequestScoped
@Path("images/variations")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces(MediaType.APPLICATION_JSON)
public class VariationsResource {

  @Inject CurrentCaller current;
  @Inject ImageRequests requests;
  @Inject ImageAnswers answers;

  @POST
  @Needs(Scope.IMAGES_GENERATE)
  public void vary(
      FormInput sent,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Suspended AsyncResponse response) {
    answers.whole(wish(sent, request), request, headers, response);
  }

  private ImageWish wish(FormInput sent, HttpServletRequest request) {
    try (FormInput form = EditsResource.required(sent)) {
      JsonInput body = FormFields.read(form);
      Pictures pictures = Pictures.ofForm(form, body).withoutMask();
      if (pictures.images().size() > 1) {
        body.violate("image", "must be one file");
      }
      return requests.variation(current.get(), body, pictures, request);
    }
  }
}
