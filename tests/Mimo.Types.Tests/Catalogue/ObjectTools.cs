using System.Collections.Immutable;
using static Mimo.Types.Tests.Judging.Kept;

namespace Mimo.Types.Tests.Catalogue;

public static partial class ObjectTools
{
    [MimoTool] public static Empty OfEmpty(Empty value) => Value(value);
    [MimoTool] public static Person OfPerson(Person value) => Value(value);
    [MimoTool] public static Person? OfNullablePerson(Person? value) => Value(value);
    [MimoTool] public static Employee OfEmployee(Employee value) => Value(value);
    [MimoTool] public static WithDefaults OfWithDefaults(WithDefaults value) => Value(value);
    [MimoTool] public static AllNullable OfAllNullable(AllNullable value) => Value(value);
    [MimoTool] public static Settable OfSettable(Settable value) => Value(value);
    [MimoTool] public static InitOnly OfInitOnly(InitOnly value) => Value(value);
    [MimoTool] public static RequiredMembers OfRequiredMembers(RequiredMembers value) => Value(value);
    [MimoTool] public static GetOnly OfGetOnly(GetOnly value) => Value(value);
    [MimoTool] public static MixedConstruction OfMixedConstruction(MixedConstruction value) => Value(value);
    [MimoTool] public static ChosenConstructor OfChosenConstructor(ChosenConstructor value) => Value(value);
    [MimoTool] public static RequiredThroughConstructor OfRequiredThroughConstructor(RequiredThroughConstructor value) => Value(value);
    [MimoTool] public static Animal OfAnimal(Animal value) => Value(value);
    [MimoTool] public static Parrot OfParrot(Parrot value) => Value(value);
    [MimoTool] public static Hidden OfHidden(Hidden value) => Value(value);
    [MimoTool] public static RenamedMembers OfRenamedMembers(RenamedMembers value) => Value(value);
    [MimoTool] public static RenamedParameters OfRenamedParameters(RenamedParameters value) => Value(value);
    [MimoTool] public static @record OfKeywords(@record value) => Value(value);
    [MimoTool] public static @class OfKeywordClass(@class value) => Value(value);
    [MimoTool] public static Point OfPoint(Point value) => Value(value);
    [MimoTool] public static Point? OfNullablePoint(Point? value) => Value(value);
    [MimoTool] public static Segment OfSegment(Segment value) => Value(value);
    [MimoTool] public static Money OfMoney(Money value) => Value(value);
    [MimoTool] public static Money? OfNullableMoney(Money? value) => Value(value);
    [MimoTool] public static Span2[] OfSpans(Span2[] value) => Value(value);
    [MimoTool] public static WithInitializers OfWithInitializers(WithInitializers value) => Value(value);
    [MimoTool] public static Box<int> OfBoxOfInt(Box<int> value) => Value(value);
    [MimoTool] public static Box<int?> OfBoxOfNullableInt(Box<int?> value) => Value(value);
    [MimoTool] public static Box<string> OfBoxOfString(Box<string> value) => Value(value);
    [MimoTool] public static Box<Box<Point?>> OfBoxOfBox(Box<Box<Point?>> value) => Value(value);
    [MimoTool] public static Pair<string, List<Color>> OfPair(Pair<string, List<Color>> value) => Value(value);
    [MimoTool] public static Pair<Pair<int, Point>, Pair<Guid, Point[]>> OfPairs(Pair<Pair<int, Point>, Pair<Guid, Point[]>> value) => Value(value);
    [MimoTool] public static Wrapper<Person> OfWrapper(Wrapper<Person> value) => Value(value);
    [MimoTool] public static Wrapper<string>.Nested OfNestedInGeneric(Wrapper<string>.Nested value) => Value(value);
    [MimoTool] public static Outer.Inner.Innermost OfInnermost(Outer.Inner.Innermost value) => Value(value);
    [MimoTool] public static SameNames OfSameNames(SameNames value) => Value(value);
    [MimoTool] public static Tree OfTree(Tree value) => Value(value);
    [MimoTool] public static Chain OfChain(Chain value) => Value(value);
    [MimoTool] public static Chain? OfNullableChain(Chain? value) => Value(value);
    [MimoTool] public static Folder OfFolder(Folder value) => Value(value);
    [MimoTool] public static Recurrent OfRecurrent(Recurrent value) => Value(value);
    [MimoTool] public static FreeForm OfFreeForm(FreeForm value) => Value(value);
    [MimoTool] public static AllScalars OfAllScalars(AllScalars value) => Value(value);
    [MimoTool] public static Described OfDescribed(Described value) => Value(value);
    [MimoTool] public static List<Person> OfPeople(List<Person> value) => Value(value);
    [MimoTool] public static Person?[] OfNullablePeople(Person?[] value) => Value(value);
    [MimoTool] public static Dictionary<string, Person> OfPeopleByName(Dictionary<string, Person> value) => Value(value);
    [MimoTool] public static ImmutableList<Point?> OfNullablePoints(ImmutableList<Point?> value) => Value(value);
    [MimoTool] public static Dictionary<Color, Dictionary<int, Tree?>> OfForests(Dictionary<Color, Dictionary<int, Tree?>> value) => Value(value);
    [MimoTool] public static HashSet<Money> OfMoneySet(HashSet<Money> value) => Value(value);
}
