import haxe.Serializer;
import haxe.Unserializer;

enum Colour {
	Red;
	Grey(level:Int);
	Mix(name:String, parts:Array<Colour>);
}

class Node {
	public var next:Node;

	public function new() {}

	public function name() return "node";
}

class Counter {
	public var count:Int;

	public function new(count:Int) this.count = count;
}

class Account extends Counter {
	public function hxSerialize(s:Serializer) {
		s.serialize(count * 100);
		s.serialize("cents");
	}

	public function hxUnserialize(u:Unserializer) {
		count = Std.int(u.unserialize() / 100);
		Sys.println("in " + u.unserialize());
	}
}

/** Instances, enum values, types and references as `haxe.Serializer` writes them. **/
class Objects {
	static function write(v:Dynamic) {
		var text = Serializer.run(v);
		Sys.println(text);
		Sys.println(Serializer.run(Unserializer.run(text)) == text);
	}

	static function main() {
		write(new Counter(3));
		write([new Counter(1), new Counter(2)]);
		write({counter: new Counter(1)});
		write(new Node());
		write(new Account(7));
		write([new Account(1), new Account(2)]);
		write(Red);
		write(Grey(3));
		write(Mix("m", [Red, Grey(1), Red]));
		write(Counter);
		write(Colour);
		var keyed = new haxe.ds.ObjectMap<Counter, String>();
		keyed.set(new Counter(1), "one");
		write(keyed);

		var counter:Counter = Unserializer.run(Serializer.run(new Counter(5)));
		Sys.println(counter.count + " " + Type.getClassName(Type.getClass(counter)));
		var account:Account = Unserializer.run(Serializer.run(new Account(6)));
		Sys.println(account.count);
		var node:Node = Unserializer.run("cy4:Nodeg");
		Sys.println(node.name() + node.next);
		Sys.println(switch ((Unserializer.run(Serializer.run(Mix("x", [Grey(9)]))) : Colour)) {
			case Mix(name, [Grey(level)]): name + level;
			default: "other";
		});

		var writer = new Serializer();
		writer.useCache = true;
		var loop = new Node();
		loop.next = loop;
		writer.serialize(loop);
		Sys.println(writer.toString());
		var back:Node = Unserializer.run(writer.toString());
		Sys.println(back.next == back);

		writer = new Serializer();
		writer.useCache = true;
		var array = [1];
		var shared = {only: 1};
		var grey = Grey(1);
		for (v in ([array, array, shared, shared, grey, grey, new Counter(1), "t", "t"] : Array<Dynamic>)) writer.serialize(v);
		Sys.println(writer.toString());
		writer.serialize([array, array]);
		Sys.println(writer.toString());
		var reader = new Unserializer(writer.toString());
		var first = reader.unserialize();
		Sys.println(first == reader.unserialize());
		reader.unserialize();
		reader.unserialize();
		reader.unserialize();
		Sys.println((reader.unserialize() : Dynamic));

		writer = new Serializer();
		writer.useEnumIndex = true;
		writer.serialize(Grey(3));
		writer.serialize(Red);
		Sys.println(writer.toString());
		reader = new Unserializer(writer.toString());
		Sys.println((reader.unserialize() : Dynamic));
		Sys.println((reader.unserialize() : Dynamic));
		Sys.println(try Unserializer.run("jy6:Colour:9:0") catch (e:Dynamic) Std.string(e));

		reader = new Unserializer("cy1:Xy5:counti3g");
		reader.setResolver({
			resolveClass: function(name):Class<Dynamic> {
				Sys.println("asked for " + name);
				return name == "X" ? Counter : null;
			},
			resolveEnum: function(name):Enum<Dynamic> return null
		});
		Sys.println((reader.unserialize() : Counter).count);
		reader = new Unserializer("cy7:Counterg");
		reader.setResolver(null);
		Sys.println(try reader.unserialize() catch (e:Dynamic) Std.string(e));
		Sys.println(reader.getResolver() != null);
	}
}
