"""The shapes of the numbers in rubric.yaml: parameters of the formulas, thresholds and shares, each a judgement."""

from __future__ import annotations

from fractions import Fraction

from pydantic import Field

from hustings.pack.schema.shape import Shape
from hustings.pack.source.scalars import Text, Unit


class UnitParameter(Shape):
    """A number from 0 to 1, with its reason."""

    value: Unit
    because: Text


class ParametersShape(Shape):
    """The parameters of the formulas."""

    alpha: UnitParameter = Field(description="Share of the worst driver in exposure.")
    t0: UnitParameter = Field(alias="T0", description="Maturity asked for at no exposure.")
    eta: UnitParameter = Field(description="How much of the exposure full maturity takes away.")
    lambda_: UnitParameter = Field(alias="lambda", description="Share of the weakest domain in the index.")


class ImportanceShape(Shape):
    """What the importance of a control counts, 0 to 1."""

    critical: Unit = Fraction(1)
    major: Unit = Fraction(7, 10)
    minor: Unit = Fraction(4, 10)


class SeverityShape(Shape):
    """From which value on a finding has a severity; below them it is low."""

    critical: Unit = Fraction(60, 100)
    high: Unit = Fraction(30, 100)
    medium: Unit = Fraction(12, 100)


class ResidualShape(Shape):
    """From which value on residual risk has a label; below them it is low."""

    moderate: Unit = Fraction(15, 100)
    high: Unit = Fraction(35, 100)
    severe: Unit = Fraction(60, 100)


class GradesShape(Shape):
    """A number for each evidence grade."""

    e0: Unit = Field(alias="E0")
    e1: Unit = Field(alias="E1")
    e2: Unit = Field(alias="E2")
    e3: Unit = Field(alias="E3")


_KAPPA = {"E0": "0", "E1": "1/3", "E2": "2/3", "E3": "1"}


_CAPS = {"E0": "0.3", "E1": "0.7", "E2": "1", "E3": "1"}


class JudgementsShape(Shape):
    """Thresholds and shares that are judgements; each has a usual value."""

    importance: ImportanceShape = Field(default_factory=lambda: ImportanceShape.model_validate({}))
    severity: SeverityShape = Field(default_factory=lambda: SeverityShape.model_validate({}))
    residual: ResidualShape = Field(default_factory=lambda: ResidualShape.model_validate({}))
    evidence_confidence: GradesShape = Field(default_factory=lambda: GradesShape.model_validate(_KAPPA))
    evidence_cap: GradesShape = Field(default_factory=lambda: GradesShape.model_validate(_CAPS))
    provisional_below: Unit = Field(Fraction(80, 100), description="Least coverage for showing one number.")
    provisional_domain_below: Unit = Fraction(50, 100)
    na_share: Unit = Field(Fraction(40, 100), description="More not-applicable weight than this is flagged.")
