import haxe.DynamicAccess;
import haxe.EnumFlags;
import haxe.Rest;
import haxe.iterators.ArrayIterator;
import haxe.iterators.MapKeyValueIterator;

/** Structures as tables, sets of enum constructors, arguments taken together, iterators by their own names. **/
class Structures {
	static function main() {
		access();
		flags();
		rest(1, 2, 3);
		iterators();
		any();
	}

	static function access() {
		var table = new DynamicAccess<Int>();
		table["a"] = 1;
		table.set("b", 2);
		Sys.println(table["a"] + table.get("b"));
		Sys.println(table["c"]);
		Sys.println(table.exists("a") + " " + table.exists("c"));
		Sys.println(table.keys().join(","));
		Sys.println([for (value in table) value]);
		Sys.println([for (key => value in table) key + value]);
		var copy = table.copy();
		Sys.println(table.remove("a") + " " + table.remove("a"));
		Sys.println(copy.exists("a") + " " + table.exists("a"));
		var object:Dynamic<Int> = table;
		Sys.println(Reflect.field(object, "b"));
		var from:DynamicAccess<String> = {x: "one", y: "two"};
		Sys.println(from["x"] + from["y"]);
		from["odd name"] = "three";
		Sys.println(Reflect.hasField(from, "odd name"));
	}

	static function flags() {
		var flags = new EnumFlags<Day>();
		Sys.println(flags.has(Monday));
		flags.set(Monday);
		flags.set(Friday);
		Sys.println(flags.has(Monday) + " " + flags.has(Sunday) + " " + flags.has(Friday));
		Sys.println(flags.toInt());
		flags.unset(Monday);
		Sys.println(flags.has(Monday));
		Sys.println(EnumFlags.ofInt(6).toInt());
		var some:EnumFlags<Day> = EnumFlags.ofInt(4);
		Sys.println(some.has(Friday));
		Sys.println(new EnumFlags<Day>(1).has(Sunday));
	}

	static function rest(...numbers:Int) {
		Sys.println(numbers.length);
		Sys.println(numbers[1]);
		Sys.println(numbers.toArray());
		Sys.println([for (n in numbers) n * 2]);
		Sys.println([for (i => n in numbers) i * n]);
		Sys.println(numbers.append(4).toArray());
		Sys.println(numbers.prepend(0).toArray());
		var same:Rest<Int> = numbers;
		Sys.println(same.length);
		Sys.println(counted(...numbers));
		Sys.println(counted(...[7, 8]));
		Sys.println(counted());
	}

	static function counted(...all:Int):String {
		return all.length + ":" + all.toArray().join("");
	}

	static function iterators() {
		var array = new ArrayIterator([5, 6]);
		Sys.println(array.next() + array.next());
		Sys.println(array.hasNext());
		var pairs = new MapKeyValueIterator(["k" => 1]);
		Sys.println(pairs.hasNext());
		var pair = pairs.next();
		Sys.println(pair.key + pair.value);
		Sys.println(pairs.hasNext());
	}

	static function any() {
		var value:Any = "text";
		var text:String = value;
		Sys.println(text.length);
		value = 5;
		var number:Int = value;
		Sys.println(number + 1);
		var list:Array<Any> = [1, "a", null];
		Sys.println(list);
		Sys.println((value : Any) == 5);
	}
}

enum Day {
	Sunday;
	Monday;
	Friday;
}
