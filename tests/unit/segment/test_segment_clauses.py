"""Numbered sentences: the headings over them, their own titles, and lists that are no articles."""

from __future__ import annotations

from typing import Any

from tests.unit.segment.sketch import check_sound, headings, leaves, outline, part, words


def test_a_list_in_a_paper_with_marked_headings_is_no_numbering_whatever_stands_above_the_title() -> None:
    marked: dict[str, dict[str, Any]] = {
        "Protocol": {"role": "furniture"},
        "Afspraken": {"role": "heading", "level": 1},
        "Wie?": {"role": "heading", "level": 1},
        "Wat?": {"role": "heading", "level": 1},
        "Tot wanneer?": {"role": "heading", "level": 1},
    }
    paper = outline(
        """
        Protocol

        Afspraken

        De bond en de gemeente spreken het volgende met elkaar af over hun leden.

        Wie?

        De bond van wandelaars en de gemeente Elzendonk.

        Wat?

        1. Naam, voornaam en geboortedatum van elk lid, om de lijsten te vergelijken.

        2. Postcode en woonplaats, omdat alleen inwoners meetellen voor de subsidie.

        3. Einddatum van de aansluiting, want wie niet meer aangesloten is telt niet.

        Tot wanneer?

        Tot en met 2030.
        """,
        marked,
        word=True,
    )
    check_sound(paper)
    assert [ref for ref, _ in headings(paper)][-3:] == [
        "section Wie?",
        "section Wat?",
        "section Tot wanneer?",
    ]
    assert [kind for kind, _ in leaves(paper, "section Wat?")] == ["item", "item", "item"]


def test_a_numbered_sentence_over_full_lines_has_no_title() -> None:
    paper = outline(
        """
        1. PARTIJEN

        1.1. Het agentschap Bouwen, dat handelt voor het Vlaamse Gewest en zijn zetel
        heeft in de Havenlaan 88 te 1000 Brussel, met als ondernemingsnummer KBO
        0796.224.894, vertegenwoordigd door mevrouw Hilde Adams.

        1.2. De vereniging Beekdal, Spoorweg 30, 9663 Beekdal, vertegenwoordigd door
        haar raad van bestuur.

        2. DOEL

        De vereniging gaat na of een constructie vergund is.
        """
    )
    check_sound(paper)
    assert headings(paper) == [
        ("article 1", "PARTIJEN"),
        ("article 1.1", ""),
        ("article 1.2", ""),
        ("article 2", "DOEL"),
    ]
    assert words(paper, part(paper, "article 1.1").children[0]).endswith(
        "vertegenwoordigd door mevrouw Hilde Adams."
    )


def test_a_numbered_line_with_a_colon_leads_its_list() -> None:
    paper = outline(
        """
        1. De gemeente en het fonds sluiten dit protocol na advies van hun functionarissen.

        2. De lijst vermeldt:
        - de naam van de aanvrager;
        - het bedrag van de premie.

        3. Het fonds bezorgt de lijst elk jaar in januari aan de dienst Premies.
        """
    )
    assert headings(paper) == [("article 1", ""), ("article 2", ""), ("article 3", "")]
    assert [kind for kind, _ in leaves(paper, "article 2")] == ["paragraph", "item", "item"]
    lead = part(paper, "article 2").children[1].lead
    assert lead is not None
    assert words(paper, lead) == "De lijst vermeldt:"


def test_a_title_before_a_colon_stays_in_the_sentence() -> None:
    paper = outline(
        """
        Artikel 1. Ontvangers: de dienst Premies.

        Artikel 2. Derden: geen.

        Artikel 3. De gemeente stelt de volgende gegevens ter beschikking: naam en adres.
        """
    )
    check_sound(paper)
    assert headings(paper) == [("article 1", "Ontvangers"), ("article 2", "Derden"), ("article 3", "")]
    assert leaves(paper, "article 2") == [("paragraph", "Derden: geen.")]


def test_a_short_number_between_numbered_sentences_is_not_lost() -> None:
    paper = outline(
        """
        1. De gemeente en het fonds sluiten dit protocol na advies van hun functionarissen.

        2. Wij delen drie gegevens.

        3. Het fonds bezorgt de lijst elk jaar in januari aan de dienst Premies.

        4. Het loopt af in 2030.
        """
    )
    assert [ref for ref, _ in headings(paper)] == ["article 1", "article 2", "article 3", "article 4"]


def test_recitals_with_defined_terms_are_no_parties() -> None:
    paper = outline(
        """
        Protocol over de premie

        Tussen het Fonds, vertegenwoordigd door zijn leidend ambtenaar, en de gemeente Heidal,

        NA TE HEBBEN UITEENGEZET

        A. Het Fonds, hierna de zender, betaalt zorgbudgetten uit.

        B. De gemeente, hierna de ontvanger, betaalt een premie.

        WORDT OVEREENGEKOMEN WAT VOLGT

        Artikel 1. Doel

        De premie toekennen.
        """
    )
    assert headings(paper, "recital") == [("recital A", ""), ("recital B", "")]
