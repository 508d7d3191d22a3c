package dev.easel.service.limit;

import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.RequestKind;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a plan allows.
 *
 * @param work rates of requests that make or change something; empty if they are not limited
 * @param reads rates of requests that look; empty if they are not limited
 * @param perDay generations of a UTC day
 */
record Limits(List<Rate> work, List<Rate> reads, OptionalLong perDay) {

  List<Rate> of(RequestKind kind) {
    return kind == RequestKind.WORK ? work : reads;
  }
}
