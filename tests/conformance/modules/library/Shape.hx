package library;

enum Shape {
	NotLoaded;
}
