"""The words the whole program speaks: frozen, slotted, without input or output."""
