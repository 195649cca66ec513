"""Fields that many records have, asked for in the same words."""

from typing import Annotated

from wp3reports.model.asking import Ids, asks
from wp3reports.model.fields import Id, Text
from wp3reports.model.labelled import Grade

Graded = Annotated[Grade, asks("How near to the project the evidence stands")]
Evidence = Annotated[
    Id, asks("The source that shows it, by its id under `sources` of this file", "yearbook-2005", here="sources")
]
Theme = Annotated[Text, asks("The thematic group, by its id", "spatial_planning", ids=Ids.THEMES)]
Metropolis = Annotated[Id, asks("The metropolis, by its id", "riga", ids=Ids.PARTNERS)]
OtherMetropolis = Annotated[Id, asks("The other metropolis, by its id", "malmo", ids=Ids.OTHERS)]
OwnCluster = Annotated[Id, asks("One of the clusters selected for this metropolis", "ict", ids=Ids.SELECTED)]
AnyCluster = Annotated[Id, asks("A cluster selected for that metropolis", "logistics", ids=Ids.SELECTED_FOR_ALL)]
