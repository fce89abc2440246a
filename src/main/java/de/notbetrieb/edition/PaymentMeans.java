package de.notbetrieb.edition;

/** A way of paying a fee. */
public enum PaymentMeans {
  CASH,
  CARD,
  TRANSFER,
  DIRECT_DEBIT,
  INVOICE
}
