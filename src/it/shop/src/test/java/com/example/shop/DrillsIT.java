package com.example.shop;

import io.firedrill.junit.AllDrills;

/** Every file below {@code scenarios}. */
@AllDrills
class DrillsIT {}
