"""Guarantees: who backs whose lease, debt or unsold capacity, by verb and by noun."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money

GOOGLE = {"kind": "guarantee", "guarantor": "Google", "beneficiary": "Fluidstack"}
NVIDIA = {"kind": "guarantee", "guarantor": "NVIDIA", "beneficiary": "CoreWeave", "amount": money(6300)}

ENGLISH = {
    "capacity that cannot be sold, its worth in apposition": (
        "Nvidia agreed to buy any capacity CoreWeave cannot sell, an order with an initial value of $6.3 billion.",
        [NVIDIA],
    ),
    "to guarantee somebody's obligations": (
        "Google will guarantee $1.4 billion of Fluidstack's obligations.",
        [GOOGLE | {"amount": money(1400)}],
    ),
    "to guarantee the lease of somebody": (
        "Nvidia has stepped in to guarantee the lease of Crusoe on a campus in Wyoming.",
        [{"kind": "guarantee", "guarantor": "NVIDIA", "beneficiary": "Crusoe"}],
    ),
    "backed by, in the passive": (
        "Fluidstack's lease payments are backed by Google for $3.2 billion.",
        [GOOGLE | {"amount": money(3200)}],
    ),
    "rent that is covered": (
        "If Fluidstack fails to pay, Google will cover up to $1.4 billion of its rent.",
        [GOOGLE | {"amount": money(1400, bound="up_to")}],
    ),
    "what is owed under a lease": (
        "The obligations of Fluidstack under the lease are guaranteed by Google up to $3 billion.",
        [GOOGLE | {"amount": money(3000, bound="up_to")}],
    ),
    "to vouch for": (
        "Nvidia vouches for $860 million of the rent that CoreWeave will pay.",
        [NVIDIA | {"amount": money(860)}],
    ),
    "backstop in a relative clause": (
        "The backstop that Google provides for Fluidstack rises to $3.2 billion.",
        [GOOGLE | {"amount": money(3200)}],
    ),
    "guarantee that is given": (
        "The Department of Energy gave Constellation a $1 billion loan guarantee for the restart of the reactor.",
        [{"kind": "guarantee", "guarantor": "Department of Energy", "beneficiary": "Constellation",
          "amount": money(1000)}],
    ),
    "unsold capacity that is bought": (
        "Nvidia agreed to buy any of CoreWeave's capacity that goes unsold until 2032, in an order worth $6.3 billion.",
        [NVIDIA],
    ),
}  # fmt: skip

FRENCH = {
    "un emprunt souscrit par son débiteur": (
        "Bpifrance garantira l'emprunt de 120 millions d'euros souscrit par Sesterce.",
        [{"kind": "guarantee", "guarantor": "Bpifrance", "beneficiary": "Sesterce", "amount": money(120, "EUR")}],
    ),
    "se porter garant des loyers": (
        "Google se porte garant des loyers que Fluidstack versera à TeraWulf.",
        [GOOGLE],
    ),
    "garantie accordée": (
        "La garantie accordée par Google à Fluidstack atteint 1,8 milliard de dollars.",
        [GOOGLE | {"amount": money(1800)}],
    ),
    "capacités invendues": (
        "Nvidia s'est engagé à acheter les capacités invendues de CoreWeave, pour 6,3 milliards de dollars.",
        [NVIDIA],
    ),
    "garantie entre deux": (
        "Une garantie de capacité de 6,3 milliards de dollars entre Nvidia et CoreWeave court jusqu'en 2032.",
        [NVIDIA],
    ),
}

NEAR_MISSES = {
    "promise": "Nvidia guarantees that its next chips will be twice as fast.",
    "warranty": "The laptop comes with a guarantee of two years.",
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.values(), ids=ENGLISH.keys())
def test_guarantees_have_a_guarantor_and_a_debtor(text, expected):
    assert missing("en", text, expected) == []


@pytest.mark.parametrize(("text", "expected"), FRENCH.values(), ids=FRENCH.keys())
def test_guarantees_in_french(text, expected):
    assert missing("fr", text, expected) == []


@pytest.mark.parametrize("text", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_promises_are_no_guarantees(text):
    assert missing("en", text, []) == []
