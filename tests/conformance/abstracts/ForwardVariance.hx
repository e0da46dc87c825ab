// since: 4.3
/** `@:forward.variance`: the abstract goes where the type behind it would go. **/
class ForwardVariance {
	static function main() {
		var dogs:Source<Dog> = new Kennel();
		var animals:Source<Animal> = dogs;
		Sys.println(animals.next().name());
		Sys.println(nameOf(dogs));
	}

	static function nameOf(source:Source<Animal>):String {
		return source.next().name();
	}
}

@:forward @:forward.variance
abstract Source<T>({function next():T;}) from {function next():T;} {}

class Animal {
	public function new() {}

	public function name():String {
		return "animal";
	}
}

class Dog extends Animal {
	override public function name():String {
		return "dog";
	}
}

class Kennel {
	public function new() {}

	public function next():Dog {
		return new Dog();
	}
}
