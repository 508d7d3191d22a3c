package dev.easel.adapter.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up. */
interface Names {

  /** All addresses of a name; never none. */
  List<InetAddress> addresses(String name) throws UnknownHostException;

  /** As the operating system does. */
  static Names ofSystem() {
    return name -> List.of(InetAddress.getAllByName(name));
  }
}
