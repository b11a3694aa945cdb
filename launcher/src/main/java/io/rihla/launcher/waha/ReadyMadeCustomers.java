package io.rihla.launcher.waha;

import java.util.List;

/** The people of a new simulator, one for each way WhatsApp names a customer. */
final class ReadyMadeCustomers {
  static final List<Customer> ALL =
      List.of(
          phone("siti", "Siti Rahmawati", "6281100000011"),
          phone("budi", "Budi Santoso", "6281100000022"),
          lid("dewi", "Dewi Lestari", "6281100000033", "138203818037365", Addressing.LID),
          phone("fatimah", "Fatimah Azzahra", "6281100000044"),
          lid(
              "ahmad",
              "H. Ahmad Fauzi",
              "6281100000055",
              "138203818037366",
              Addressing.LID_WITHOUT_ALTERNATE),
          phone("rizky", "Rizky Pratama", "6281100000066"),
          new Customer("nur", "Nur Aini", null, "138203818037367", Addressing.LID_UNRESOLVABLE),
          phone("omar", "Omar Abdullah", "6281100000077"));

  private ReadyMadeCustomers() {}

  private static Customer phone(String id, String name, String phone) {
    return new Customer(id, name, phone, null, Addressing.PHONE);
  }

  private static Customer lid(
      String id, String name, String phone, String lid, Addressing addressing) {
    return new Customer(id, name, phone, lid, addressing);
  }
}
