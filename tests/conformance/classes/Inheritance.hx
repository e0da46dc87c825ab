class Animal {
	public var name:String;
	public function new(name:String) this.name = name;
	public function speak():String return "...";
	public function describe():String return name + " says " + speak();
}
class Dog extends Animal {
	override public function speak():String return "Woof";
}
class Puppy extends Dog {
	public function new() {
		super("Puppy");
	}
	override public function speak():String return super.speak() + "!";
	override function describe() return "[" + super.describe() + "]";
}
class Inheritance {
	static function main() {
		var all:Array<Animal> = [new Animal("It"), new Dog("Rex"), new Puppy()];
		for (a in all) Sys.println(a.describe());
		Sys.println(all[1] is Dog);
		Sys.println(all[0] is Dog);
		Sys.println(Std.isOfType(all[2], Animal));
	}
}
