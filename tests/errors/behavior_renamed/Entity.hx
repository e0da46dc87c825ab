package core;

class Entity {}
